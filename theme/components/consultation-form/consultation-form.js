/** Send the consultation form from within its page, and say "sent" only where the service itself has said so. */

const PATIENCE = 15_000; // milliseconds

const text = (value) => (typeof value === "string" ? value.trim() : "");

/** What an answer says: its state, and what is wrong as pairs of a field's name, if one is meant, and words. */
const read = ({ ok, status }, body, { success, errors }) => {
  const told = body?.[success.key];
  const faults = [body?.[errors.list] || []].flat().map((fault) => [fault?.[errors.field], text(fault?.[errors.text])]);
  const reason = text(body?.[errors.message]);
  const wrong = [["", reason], ...faults].filter(([, words]) => words);
  // A server that broke down cannot know how far it came, whatever it says.
  if (status >= 500) return ["unknown"];
  if (faults.length || !ok) return ["failed", wrong];
  if ("equals" in success ? told === success.equals : typeof told === success.type) return ["sent"];
  return reason ? ["failed", wrong] : ["unknown"];
};

const improve = (form) => {
  const service = JSON.parse(form.dataset.consultationForm);
  const button = form.querySelector("button");
  const status = form.querySelector("[role=status]");
  const fields = [...form.elements].flatMap((control) => {
    const message = document.getElementById(`${control.id}-message`);
    return message ? { control, message, words: message.textContent } : [];
  });
  let timer;

  /** Show a state; ``faults`` are pairs of a field, if one is meant, and words. */
  const show = (state, faults = []) => {
    const sending = state === "sending";
    clearTimeout(timer);
    form.dataset.state = state;
    // Not disabled: that would take the focus away, and Firefox keeps it over a reload.
    button.setAttribute("aria-disabled", sending);
    button.setAttribute("aria-busy", sending);
    status.textContent = sending ? status.dataset.sending : "";
    for (const outcome of form.querySelectorAll("[data-outcome]")) {
      outcome.hidden = outcome.dataset.outcome !== state;
      if (outcome.hidden) continue;
      outcome.querySelector("ul")?.replaceChildren(...faults.map(entry));
      outcome.focus();
    }
  };

  const entry = ([field, words]) => {
    const item = document.createElement("li");
    const link = field ? item.appendChild(document.createElement("a")) : item;
    if (field) link.href = `#${field.control.id}`;
    link.textContent = words;
    return item;
  };

  /** Tie a field's message to it, in these words or its own, or take it off again; return both. */
  const mark = (field, faulty, words) => {
    const { control, message } = field;
    const described = new Set(control.getAttribute("aria-describedby")?.split(" "));
    described[faulty ? "add" : "delete"](message.id);
    control.setAttribute("aria-describedby", [...described].join(" "));
    control.setAttribute("aria-invalid", faulty);
    message.textContent = words || field.words || control.validationMessage;
    return [field, message.textContent];
  };

  const tie = ([name, words]) => {
    const field = fields.find(({ control }) => control.name === name);
    return field ? mark(field, true, words) : [field, words];
  };

  const post = async (body) => {
    const request = new AbortController();
    timer = setTimeout(() => request.abort(), PATIENCE);
    try {
      const answer = await fetch(service.endpoint, {
        method: "POST",
        headers: { Accept: "application/json" },
        credentials: "omit",
        body,
        signal: request.signal,
      });
      const [state, wrong] = read(answer, await answer.json(), service);
      show(state, wrong?.map(tie));
    } catch {
      show("unknown");
    }
  };

  form.addEventListener("submit", (event) => {
    if (form.dataset.state === "sending") return event.preventDefault();
    const faulty = fields.filter((field) => {
      const wrong = !field.control.validity.valid;
      mark(field, wrong);
      return wrong;
    });
    if (faulty.length) {
      event.preventDefault();
      return show("invalid", faulty.map((field) => mark(field, true)));
    }
    const body = new FormData(form);
    show("sending");
    if (service.endpoint) {
      event.preventDefault();
      post(body);
    } else {
      timer = setTimeout(show, PATIENCE, "unknown");
    }
  });

  const look = ({ type, target }) => {
    const field = fields.find(({ control }) => control === target);
    const valid = target.validity.valid;
    if (field && (valid || type === "change")) mark(field, !valid);
  };
  form.addEventListener("input", look);
  form.addEventListener("change", look);

  // The page comes back as it was left: a post by the browser is over by then; one by this script tells its own end.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted && form.dataset.state === "sending" && !service.endpoint) show("idle");
  });

  form.noValidate = true;
};

for (const form of document.querySelectorAll("form[data-consultation-form]")) improve(form);
