import * as cloudflare from "@pulumi/cloudflare";
import type * as pulumi from "@pulumi/pulumi";

export interface MailArgs {
    /** Cloudflare's identifiers: 32 hexadecimal digits each. */
    readonly accountId: string;
    readonly zoneId: string;
    /** The zone's name. */
    readonly zone: string;
    /** Where mail goes, by the part before the @. */
    readonly mail: Readonly<Record<string, string>>;
    /** What must stand before mail is forwarded. */
    readonly after: readonly pulumi.Resource[];
}

/**
 * Forwards mail to the zone. That it receives mail at all is one switch, which writes the MX and SPF records and locks
 * them: https://developers.cloudflare.com/email-routing/setup/email-routing-dns-records/
 */
export function mail(name: string, { accountId, zoneId, zone, mail, after }: MailArgs, parent: pulumi.Resource): void {
    if (Object.keys(mail).length === 0) return;
    const records = new cloudflare.EmailRoutingDns(`${name}-records`, { zoneId, name: zone }, { parent });
    const destinations = new Map<string, cloudflare.EmailRoutingAddress>();
    const destination = (email: string) => {
        const known = destinations.get(email) ?? address(`${name}-to-${email}`, accountId, email, parent);
        destinations.set(email, known);
        return known;
    };
    for (const [local, email] of Object.entries(mail)) {
        const { email: forwardTo } = destination(email.toLowerCase());
        new cloudflare.EmailRoutingRule(
            `${name}-${local}`,
            {
                zoneId,
                name: `Mail to ${local}`,
                enabled: true,
                matchers: [{ type: "literal", field: "to", value: `${local}@${zone}` }],
                actions: [{ type: "forward", values: [forwardTo] }],
            },
            // Cloudflare refuses the rule until the destination's owner has confirmed it, which must stop nothing else.
            { parent, dependsOn: [records, ...after] },
        );
    }
}

/**
 * A destination belongs to the account: other zones may forward to it too, so it outlives this one. Its owner is sent a
 * link and has to follow it once.
 * https://developers.cloudflare.com/email-routing/setup/email-routing-addresses/#destination-addresses
 */
const address = (name: string, accountId: string, email: string, parent: pulumi.Resource) =>
    new cloudflare.EmailRoutingAddress(name, { accountId, email }, { parent, retainOnDelete: true });
