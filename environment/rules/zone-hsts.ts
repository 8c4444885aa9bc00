import { durationText, seconds } from "../units";
import { type Finding, rule } from "./rule";

/** What the list asks of whoever wants to be on it: https://hstspreload.org/#submission-requirements */
const preloadAge = seconds("365d");

export const zoneHsts = rule({
    name: "zone-hsts",
    demands: "A promise that browsers may ship holds for every subdomain and for at least a year",
    requirements: ["ORB-2"],
    needs: ["zone"],
    *check({ zone }) {
        if (!zone?.managed) return;
        const { preload, subdomains, maxAge } = zone.tls.hsts;
        if (!preload) return;
        const at = (key: string): Finding["path"] => ["zone", "tls", "hsts", key];
        const instead = "or false at ringfence:zone.tls.hsts.preload";
        if (!subdomains)
            yield {
                path: at("subdomains"),
                message: "false keeps the zone off the list that browsers ship",
                repair: `write true, once every name of the zone answers by HTTPS, ${instead}`,
            };
        if (maxAge < preloadAge)
            yield {
                path: at("maxAge"),
                message: `${durationText(maxAge)} is too short for the list that browsers ship`,
                repair: `write at least ${durationText(preloadAge)}, ${instead}`,
            };
    },
});
