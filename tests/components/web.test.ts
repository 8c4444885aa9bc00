import { strict as assert } from "node:assert";
import { Web } from "../../components";
import { cloud } from "../platforms/cloud";
import { named, planned } from "../platforms/engine";
import { variablesOf } from "./variables";

const image = `europe-west2-docker.pkg.dev/acme/voice/web:1.4.0@sha256:${"c".repeat(64)}`;
const planWeb = (banner?: string) =>
    planned(
        () =>
            new Web("web", {
                platform: cloud("production"),
                image,
                release: "r1",
                apiUrl: "https://api.example.com",
                gatewayUrl: "wss://voice.example.com",
                banner,
            }),
    );

describe("Web, alone in a bare program", () => {
    it("ORB-8 listens on 3001 with 1 CPU, 512 MB and at least 2 instances, and answers /health", async () => {
        const { inputs } = named(await planWeb(), "web-service");
        const [container] = inputs.template.containers;
        assert.equal(container.ports.containerPort, 3001);
        assert.deepEqual(container.resources.limits, { cpu: "1", memory: "512Mi" });
        assert.equal(container.livenessProbe.httpGet.path, "/health");
        assert.equal(inputs.scaling.minInstanceCount, 2);
    });

    it("ORB-8 is told the public addresses when it runs", async () => {
        const variables = variablesOf(await planWeb(), "web");
        assert.equal(variables.NEXT_PUBLIC_API_URL, "https://api.example.com");
        assert.equal(variables.NEXT_PUBLIC_VOICE_GATEWAY_URL, "wss://voice.example.com");
    });

    it("ORA-9 shows the banner that it is given, and has none otherwise", async () => {
        const staging = variablesOf(await planWeb("STAGING ENVIRONMENT"), "web");
        assert.equal(staging.BANNER, "STAGING ENVIRONMENT");
        assert.equal(staging.NEXT_PUBLIC_BANNER, "STAGING ENVIRONMENT");
        assert.ok(!("BANNER" in variablesOf(await planWeb(), "web")));
    });
});
