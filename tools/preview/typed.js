/* Keep what was typed into the page's forms until the tab shows the page again, and then forget it. */
const TYPED = `preview typed ${location.pathname}`;

/** Note what differs from the page as it came. */
export function keep() {
  const typed = controls().filter(([, control]) => isChanged(control));
  if (!typed.length) return;
  sessionStorage[TYPED] = JSON.stringify(typed.map(([key, control]) => [key, control.checked ?? null, control.value]));
}

/** Put what was noted into the controls of the same names. */
export function giveBack() {
  const typed = JSON.parse(sessionStorage[TYPED] ?? "[]");
  delete sessionStorage[TYPED];
  const now = new Map(controls());
  for (const [key, checked, value] of typed) {
    const control = now.get(key);
    if (!control) continue;
    if (isTicked(control)) control.checked = checked;
    else control.value = value;
  }
}

function controls() {
  const all = [...document.querySelectorAll("input:not([type=hidden], [type=file], [type=password]), select, textarea")];
  return all.map((control) => [keyOf(control), control]);
}

function keyOf(control) {
  return JSON.stringify([control.form?.action, control.name, control.id, isTicked(control) ? control.value : null]);
}

function isTicked(control) {
  return control.type === "checkbox" || control.type === "radio";
}

function isChanged(control) {
  if (isTicked(control)) return control.checked !== control.defaultChecked;
  if (control.options) return [...control.options].some((option) => option.selected !== option.defaultSelected);
  return control.value !== control.defaultValue;
}
