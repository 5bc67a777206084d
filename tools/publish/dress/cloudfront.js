// Answers for addresses of the past, and leads "/about" to "/about/" and "/about/" to its file.
// CloudFront runs it at each viewer request, in cloudfront-js-2.0: ECMAScript 5.1 with const and template strings.
const MOVED = {};
const GONE = {};
const GONE_PAGE = "";

function handler(event) {
  const request = event.request;
  const address = request.uri.replace(/^\/+/, "/"); // "//host" would lead to another site
  if (MOVED.hasOwnProperty(address)) return moved(MOVED[address]);
  if (GONE.hasOwnProperty(address)) {
    return {
      statusCode: 410,
      statusDescription: "Gone",
      headers: { "content-type": { value: "text/html; charset=utf-8" } },
      body: { encoding: "text", data: GONE_PAGE },
    };
  }
  const name = address.slice(address.lastIndexOf("/") + 1);
  if (name && name.indexOf(".") < 0) return moved(`${address}/${query(request.querystring)}`);
  request.uri = name ? address : `${address}index.html`;
  return request;
}

function moved(to) {
  return { statusCode: 301, statusDescription: "Moved Permanently", headers: { location: { value: to } } };
}

function query(fields) {
  const pairs = Object.keys(fields).map((name) => `${name}=${fields[name].value}`);
  return pairs.length ? `?${pairs.join("&")}` : "";
}
