// Send a form by Formspree's own client, and print what the client makes of the answer.
const [client, endpoint] = process.argv.slice(2);
const { createClient } = await import(client);
const form = new FormData();
form.append("name", "Ana");
form.append("email", "ana@");
const result = await createClient().submitForm("abcdefgh", form, { endpoint });
const isError = result.kind === "error";
console.log(
  JSON.stringify({
    kind: result.kind,
    next: result.next ?? null,
    form: isError ? result.getFormErrors().map(({ message }) => message) : [],
    fields: isError ? result.getAllFieldErrors().map(([field, [{ message }]]) => [field, message]) : [],
  }),
);
