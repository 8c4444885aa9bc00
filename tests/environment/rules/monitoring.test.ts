import { type Changes, casesOf, onDocker } from "../fixtures";

const { accepts, refuses } = casesOf("monitoring");
const monitoring = "ringfence:monitoring";
const notify = ["operator@acme.example"];

describe("the rule monitoring", () => {
    it("accepts somebody to tell, by mail or by an incident system, and nobody below production", () => {
        accepts("production", { [monitoring]: { notify } });
        accepts("production", { [monitoring]: { incidents: true } });
        accepts("sandbox", { [monitoring]: {} });
        accepts("production");
    });
    it("ACG-14 refuses alerts of production that tell nobody", () => {
        refuses(
            "production",
            { [monitoring]: { errors: 0.02 } },
            { key: `${monitoring}.notify`, message: "nobody hears of an outage", repair: "at least one mail address" },
        );
    });
    it("refuses the same address twice, however it is written", () => {
        refuses(
            "sandbox",
            { [monitoring]: { notify: [...notify, "Operator@acme.example"] } },
            { key: `${monitoring}.notify[1]`, message: "is there already", repair: "remove one" },
        );
    });
    it("refuses a latency that no request can exceed", () => {
        refuses(
            "pre-production",
            { [monitoring]: { notify, latency: "30s" }, "ringfence:api.timeout": "30s" },
            { key: `${monitoring}.latency`, message: "30s is never exceeded", repair: "ringfence:api.timeout" },
        );
    });

    describe("on a Docker host", () => {
        const mail = { server: "smtp.acme.example:587", from: "alerts@acme.example" };
        const described = (more: Readonly<Record<string, unknown>>): Changes => ({ ...onDocker, [monitoring]: more });
        it("ORB-16 accepts mails by a server that is described, and none below production", () => {
            accepts("production", described({ notify, mail, grafana: { port: 3001 } }));
            accepts("sandbox", described({}));
        });
        const cases: readonly [string, Readonly<Record<string, unknown>>, string, string, string][] = [
            ["mails that nothing sends", { notify }, "mail", "sends no mails by itself", "smtp.example.com:587"],
            ["a mail server for nobody", { mail }, "mail", "names nobody", "remove it"],
            ["Pub/Sub", { notify, mail, incidents: true }, "incidents", "no Pub/Sub", "mail address"],
        ];
        for (const [what, more, key, message, repair] of cases)
            it(`refuses ${what}`, () => {
                refuses("sandbox", described(more), { key: `${monitoring}.${key}`, message, repair });
            });
        it("refuses Grafana at a port of the front, on the same address or on all", () => {
            const at = (address: string, more: Readonly<Record<string, unknown>> = {}): Changes => ({
                ...described({ grafana: { port: 8080, ...more } }),
                "ringfence:front": { address, port: 8080, routes: "paths" },
            });
            const expected = { key: `${monitoring}.grafana.port`, message: "8080 is a port", repair: "another one" };
            refuses("sandbox", at("127.0.0.1"), expected);
            refuses("sandbox", at("0.0.0.0"), expected);
            refuses("sandbox", at("10.0.0.7", { address: "10.0.0.7" }), expected);
            accepts("sandbox", at("203.0.113.7"));
        });
        for (const address of [
            "0.0.0.0",
            "203.0.113.7",
            "172.15.0.1",
            "172.32.0.1",
            "192.169.1.1",
            "169.254.1.1",
            "100.64.0.1",
        ])
            it(`refuses Grafana, which speaks in clear, at ${address}`, () => {
                refuses("sandbox", described({ grafana: { address } }), {
                    key: `${monitoring}.grafana.address`,
                    message: "is reached by strangers",
                    repair: "ssh -L 3000:127.0.0.1:3000",
                });
            });
        for (const address of ["127.0.0.1", "10.8.0.1", "172.16.0.1", "172.31.255.1", "192.168.120.12"])
            it(`accepts Grafana at ${address}`, () => accepts("sandbox", described({ grafana: { address } })));
    });
    for (const [part, value] of [
        ["mail", { server: "smtp.acme.example:587", from: "alerts@acme.example" }],
        ["grafana", { port: 3001 }],
    ] as const)
        it(`refuses ${part} on Google Cloud, which has its own`, () => {
            refuses(
                "production",
                { [monitoring]: { notify, [part]: value } },
                { key: `${monitoring}.${part}`, message: "for a Docker host", repair: "remove it" },
            );
        });
});
