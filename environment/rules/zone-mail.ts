import { quoted } from "../wording";
import { rule } from "./rule";

/** https://developers.cloudflare.com/email-routing/limits/ */
const mostAddresses = 200;

export const zoneMail = rule({
    name: "zone-mail",
    demands: "Mail to the zone is forwarded out of it, and for no more addresses than Cloudflare takes",
    requirements: ["ORB-5"],
    needs: ["zone", "domain"],
    *check({ zone, domain }) {
        if (!zone?.managed || domain === undefined) return;
        const forwarded = Object.entries(zone.mail);
        for (const [name, address] of forwarded) {
            if (!address.toLowerCase().endsWith(`@${domain.zone}`)) continue;
            yield {
                path: ["zone", "mail", name],
                message: `${quoted(address)} is in the zone ${domain.zone} itself: the mail would go in a circle`,
                repair: "write an address that is received elsewhere",
            };
        }
        if (forwarded.length > mostAddresses)
            yield {
                path: ["zone", "mail"],
                message: `has ${forwarded.length} addresses, and Cloudflare forwards at most ${mostAddresses}`,
                repair: "leave some of them out",
            };
    },
});
