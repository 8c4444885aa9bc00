import { adoptedProtected } from "../../../../policy/rules/hygiene/adopted-protected";
import { casesOf } from "../../cases";
import { production } from "../../environments";
import { type Options, resource } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

const one = (type: string, options: Options): Stack => ({
    more: (environment) => [resource(environment, type, "it", { name: "it" }, options)],
});
const adopted = "projects/acme-voice-main/instances/old";
const unprotected = /adopted, and Pulumi would delete it/;
const database = "gcp:sql/databaseInstance:DatabaseInstance";
const volume = "docker:index/volume:Volume";
const claim = "kubernetes:core/v1:PersistentVolumeClaim";
const record = "cloudflare:index/dnsRecord:DnsRecord";

export default casesOf(
    adoptedProtected,
    stackOn({ environment: production() }),
    one(database, { adopted, protect: true }),
    {
        "a database that is made": [one(database, {}), "gcp"],
        "a volume that is made and protected": [one(volume, { protect: true }), "docker"],
        "a claim that is adopted and protected": [one(claim, { adopted: "voice/data", protect: true }), "kubernetes"],
        "a record that is adopted and protected": [
            one(record, { adopted: "zone/record", protect: true }),
            "cloudflare",
        ],
    },
    {
        "an adopted database": [one(database, { adopted }), unprotected, "gcp"],
        "an adopted volume": [one(volume, { adopted: "yarnify-db" }), unprotected, "docker"],
        "an adopted claim": [one(claim, { adopted: "voice/data" }), unprotected, "kubernetes"],
        "an adopted record": [one(record, { adopted: "zone/record" }), unprotected, "cloudflare"],
    },
);
