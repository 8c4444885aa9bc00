import { isOutOfPublicReach } from "../host-address";
import { type Monitoring, usualGrafana } from "../schema/monitoring";
import { durationText } from "../units";
import { finding, rule } from "./rule";

export const monitoring = rule({
    name: "monitoring",
    demands:
        "Alerts of production reach somebody, by what the platform has, nobody is told twice, what is measured can be missed, and no stranger reaches Grafana",
    requirements: ["ACG-14", "ORB-16"],
    needs: ["tier", "platform", "front", "api", "monitoring"],
    *check({ tier, platform, front, api, monitoring }) {
        if (monitoring === undefined) return;
        const { notify, incidents, latency } = monitoring;
        if (tier === "production" && notify.length === 0 && !incidents)
            yield finding(
                ["monitoring", "notify"],
                "names nobody, so that nobody hears of an outage of production",
                platform === "docker"
                    ? "write at least one mail address"
                    : "write at least one mail address, or true at ringfence:monitoring.incidents",
            );
        const addresses = notify.map((address) => address.toLowerCase());
        for (const [index, address] of addresses.entries())
            if (addresses.indexOf(address) < index)
                yield finding(
                    ["monitoring", "notify", index],
                    `"${notify[index]}" is there already`,
                    "remove one of the two",
                );
        if (latency >= api.timeout)
            yield finding(
                ["monitoring", "latency"],
                `${durationText(latency)} is never exceeded: the API ends a request after ${durationText(api.timeout)}`,
                "write less than ringfence:api.timeout",
            );
        if (platform === "docker") yield* onDocker(monitoring, front);
        else yield* elsewhere(monitoring);
    },
});

function* onDocker({ notify, incidents, mail, grafana = usualGrafana }: Monitoring, front: Listening | undefined) {
    if (incidents)
        yield finding(
            ["monitoring", "incidents"],
            "a Docker host has no Pub/Sub that an incident system could subscribe to",
            "remove it, and write the incident system's mail address at ringfence:monitoring.notify",
        );
    if (notify.length > 0 && mail === undefined)
        yield finding(
            ["monitoring", "mail"],
            "is missing: a Docker host sends no mails by itself",
            "write a map with the keys server and from, for example {server: smtp.example.com:587, from: alerts@example.com}",
        );
    if (notify.length === 0 && mail !== undefined)
        yield finding(
            ["monitoring", "mail"],
            "sends nothing: ringfence:monitoring.notify names nobody",
            "remove it, or say who is told",
        );
    const { address, port } = grafana;
    if (!isOutOfPublicReach(address))
        yield finding(
            ["monitoring", "grafana", "address"],
            `${address} is reached by strangers, and Grafana speaks in clear: they would read passwords and logs on the way, or try passwords`,
            `remove it, and look by \`ssh -L ${port}:127.0.0.1:${port} HOST\`; or write the host's address in a private network (10., 172.16. to 172.31., 192.168.), that of a VPN for example`,
        );
    if (front === undefined || ![front.port, front.redirectFrom].includes(port)) return;
    if (front.address === address || [front.address, address].includes("0.0.0.0"))
        yield finding(["monitoring", "grafana", "port"], `${port} is a port of ringfence:front`, "write another one");
}

interface Listening {
    readonly address: string;
    readonly port: number;
    readonly redirectFrom?: number | undefined;
}

function* elsewhere(monitoring: Monitoring) {
    for (const part of ["mail", "grafana"] as const)
        if (monitoring[part] !== undefined)
            yield finding(["monitoring", part], "is for a Docker host: Google Cloud has its own", "remove it");
}
