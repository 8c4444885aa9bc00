import assert from "node:assert/strict";
import { endAll, start } from "./process";

describe("the sample web page", () => {
    afterEach(endAll);

    it("shows the banner and leads to the API and the gateway", async () => {
        const web = await start("web", {
            ENVIRONMENT: "staging",
            BANNER: "STAGING <not> for customers",
            NEXT_PUBLIC_BANNER: "STAGING <not> for customers",
            NEXT_PUBLIC_API_URL: "https://localhost/api",
            NEXT_PUBLIC_VOICE_GATEWAY_URL: "wss://localhost/voice",
        });
        const { status, body } = await web.get("/");
        assert.equal(status, 200);
        assert.match(body, /class="banner"[^>]*>STAGING &lt;not&gt; for customers</);
        assert.match(body, /href="https:\/\/localhost\/api"/);
        assert.match(body, /href="https:\/\/localhost\/voice">wss:\/\/localhost\/voice</);
        assert.match(body, /<strong>staging<\/strong>/);
    });

    it("shows none where there is none", async () => {
        const web = await start("web", { ENVIRONMENT: "main" });
        assert.doesNotMatch((await web.get("/")).body, /class="banner"/);
        assert.equal((await web.get("/health")).status, 200);
    });

    it("hands the browser the addresses of the environment it runs in", async () => {
        const web = await start("web", { NEXT_PUBLIC_API_URL: "https://a.example" });
        const { body } = await web.get("/config.js");
        const script = body.replace("window.__CONFIG__ = ", "").replace(/;\n$/, "");
        assert.deepEqual(JSON.parse(script), { banner: "", apiUrl: "https://a.example", gatewayUrl: "" });
    });

    it("leaves on SIGTERM", async () => {
        const web = await start("web");
        web.leave();
        assert.equal(await web.ended, 0);
    });
});
