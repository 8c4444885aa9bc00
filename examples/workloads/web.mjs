import { json, serve } from "./serve.mjs";
import { self, setting } from "./settings.mjs";

/** The web front end: a page with the environment's banner, which talks to the API and to the gateway. */

/** Read when the process runs, never when the image is built: one image serves every environment. */
const config = {
    banner: setting("NEXT_PUBLIC_BANNER") ?? setting("BANNER") ?? "",
    apiUrl: setting("NEXT_PUBLIC_API_URL") ?? "",
    gatewayUrl: setting("NEXT_PUBLIC_VOICE_GATEWAY_URL") ?? "",
};

const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (value) => value.replace(/[&<>"]/g, (character) => entities[character]);

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Voice, ${escaped(self.environment)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 40rem; padding: 1rem; }
.banner { background: #b45309; border-radius: 4px; color: #fff; font-weight: 600; padding: .5rem 1rem; }
pre { background: #f3f4f6; overflow: auto; padding: 1rem; }
</style>
</head>
<body>
${config.banner === "" ? "" : `<p class="banner" role="status">${escaped(config.banner)}</p>`}
<h1>Voice platform</h1>
<p>Environment <strong>${escaped(self.environment)}</strong>, tier ${escaped(self.tier)}</p>
<ul>
<li>API: <a href="${escaped(config.apiUrl)}">${escaped(config.apiUrl)}</a></li>
<li>Gateway: <a href="${escaped(config.gatewayUrl.replace(/^ws/, "http"))}">${escaped(config.gatewayUrl)}</a></li>
</ul>
<p><button type="button" id="call">Begin a call</button></p>
<pre id="said" aria-live="polite"></pre>
<script src="config.js"></script>
<script src="call.js"></script>
</body>
</html>
`;

/** Says something every second until the button is pressed again. */
const call = `const button = document.getElementById("call");
const said = document.getElementById("said");
const show = (line) => { said.textContent = line + "\\n" + said.textContent.slice(0, 4000); };
let socket;
button.addEventListener("click", () => {
    if (socket) { socket.close(); return; }
    socket = new WebSocket(window.__CONFIG__.gatewayUrl);
    let turn;
    socket.onopen = () => { button.textContent = "End the call"; turn = setInterval(() => socket.send(new Date().toISOString()), 1000); };
    socket.onmessage = ({ data }) => show(data);
    socket.onclose = ({ code }) => { clearInterval(turn); socket = undefined; button.textContent = "Begin a call"; show("ended, " + code); };
});
`;

const html = (body) => ({ status: 200, type: "text/html; charset=utf-8", body });
const script = (body) => ({ status: 200, type: "text/javascript; charset=utf-8", body });

serve("web", 3001, {
    "/": () => html(page),
    "/config.js": () => script(`window.__CONFIG__ = ${JSON.stringify(config)};\n`),
    "/call.js": () => script(call),
    "/health": () => json(200, { service: "web", ...self }),
});
