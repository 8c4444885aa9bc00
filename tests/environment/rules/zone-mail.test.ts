import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("zone-mail");
const mail = (addresses: Record<string, string>) => ({ "ringfence:zone": { managed: true, mail: addresses } });
const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${index}`, "operator@else.example"]));

describe("the rule zone-mail", () => {
    it("accepts addresses that are received elsewhere, also in a subdomain", () => {
        accepts("production", mail({ admin: "operator@else.example", sales: "sales@crm.acme.example" }));
        accepts("production", mail(many(200)));
    });
    it("ORB-5 refuses to forward mail into the zone, in a circle", () => {
        refuses("production", mail({ admin: "Operator@ACME.example" }), {
            key: "ringfence:zone.mail.admin",
            message: '"Operator@ACME.example" is in the zone acme.example itself: the mail would go in a circle',
            repair: "received elsewhere",
        });
    });
    it("refuses more addresses than Cloudflare forwards", () => {
        refuses("production", mail(many(201)), {
            key: "ringfence:zone.mail",
            message: "has 201 addresses",
            repair: "leave some of them out",
        });
    });
});
