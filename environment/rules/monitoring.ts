import { durationText } from "../units";
import { rule } from "./rule";

export const monitoring = rule({
    name: "monitoring",
    demands: "Alerts of production reach somebody, nobody is told twice, and what is measured can be missed",
    requirements: ["ACG-14"],
    needs: ["tier", "api", "monitoring"],
    *check({ tier, api, monitoring }) {
        if (monitoring === undefined) return;
        const { notify, incidents, latency } = monitoring;
        if (tier === "production" && notify.length === 0 && !incidents)
            yield {
                path: ["monitoring", "notify"],
                message: "names nobody, so that nobody hears of an outage of production",
                repair: "write at least one mail address, or true at ringfence:monitoring.incidents",
            };
        const addresses = notify.map((address) => address.toLowerCase());
        for (const [index, address] of addresses.entries())
            if (addresses.indexOf(address) < index)
                yield {
                    path: ["monitoring", "notify", index],
                    message: `"${notify[index]}" is there already`,
                    repair: "remove one of the two",
                };
        if (latency >= api.timeout)
            yield {
                path: ["monitoring", "latency"],
                message: `${durationText(latency)} is never exceeded: the API ends a request after ${durationText(api.timeout)}`,
                repair: "write less than ringfence:api.timeout",
            };
    },
});
