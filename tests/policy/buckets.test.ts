import assert from "node:assert/strict";
import type { ResourceFacts } from "../../policy/facts";
import { ownDataSources } from "../../policy/rules/isolation/own-data-sources";
import { preProduction } from "./environments";
import { prefix, resource } from "./facts-builders";

const staging = preProduction();
const bucket = resource(staging, "gcp:storage/bucket:Bucket", "recordings", { name: "call-recordings" });
const grantOn = (name: string): ResourceFacts =>
    resource(staging, "gcp:storage/bucketIAMMember:BucketIAMMember", "grant", {
        bucket: name,
        role: "roles/storage.objectViewer",
        member: "serviceAccount:agent@acme-voice-staging.iam.gserviceaccount.com",
    });
const judged = (...resources: ResourceFacts[]) => [
    ...ownDataSources.check({ environment: staging, urnPrefix: prefix(staging), resources, complete: true }),
];

describe("buckets, whose names all of Google Cloud shares", () => {
    it("ORA-6 may be used where the stack registers them", () => {
        assert.deepEqual(judged(bucket, grantOn("call-recordings")), []);
    });

    it("ORA-6 may be used where they are called after the environment's own project", () => {
        assert.deepEqual(judged(grantOn(`${staging.gcp.project}-uploads`)), []);
    });

    it("ORA-6 may not be used where only their name is known", () => {
        assert.match(
            judged(grantOn("call-recordings"))[0]?.message ?? "",
            /registers no bucket of the name "call-recordings"/,
        );
        const transfer = resource(staging, "gcp:storage/transferJob:TransferJob", "copy", {
            transferSpec: { gcsDataSource: { bucketName: "acme-recordings" } },
        });
        assert.match(judged(transfer)[0]?.message ?? "", /gcsDataSource\.bucketName/);
    });
});
