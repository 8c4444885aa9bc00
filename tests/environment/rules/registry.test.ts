import { casesOf, image } from "../fixtures";

const { accepts, refuses } = casesOf("registry");
const registry = "ringfence:registry";
const usual = { project: "acme-images", location: "europe-west2", repository: "voice" };
const managed = { ...usual, managed: true };
const deployer = "beta-deployer@acme-voice-beta.iam.gserviceaccount.com";

describe("the rule registry", () => {
    it("accepts images of the declared registry, and any where none is declared", () => {
        accepts("sandbox", { [registry]: usual });
        accepts("production", { [registry]: managed });
        accepts("sandbox", { "ringfence:release.image": "docker.io/acme/agent:1" });
    });
    it("accepts who reads and writes in the stack that manages it", () => {
        const others = { readers: { beta: "415104041262" }, deployers: { beta: deployer }, publisher: deployer };
        accepts("production", { [registry]: { ...managed, ...others } });
    });
    it("MVA-11 refuses an image from elsewhere, for all services or for one", () => {
        refuses(
            "sandbox",
            { [registry]: { ...usual, repository: "other" } },
            {
                key: "ringfence:release.image",
                message: "is not in the declared registry",
                repair: "write an image of europe-west2-docker.pkg.dev/acme-images/other/…",
            },
        );
        refuses(
            "sandbox",
            { [registry]: usual, "ringfence:release.images": { web: image.replace("acme-images", "acme-other") } },
            {
                key: "ringfence:release.images.web",
                message: "is not in the declared",
                repair: "or declare the registry",
            },
        );
    });
    it("does not take a repository for another whose name goes on", () => {
        refuses(
            "sandbox",
            { [registry]: usual, "ringfence:release.image": image.replace("/voice/", "/voice-2/") },
            { key: "ringfence:release.image", message: "is not in", repair: "acme-images/voice/…" },
        );
    });
    it("refuses readers, deployers and a publisher of a registry that the stack only uses", () => {
        const given = { readers: { beta: "415104041262" }, publisher: deployer };
        for (const [key, value] of Object.entries(given))
            refuses(
                "production",
                { [registry]: { ...usual, [key]: value } },
                { key: `${registry}.${key}`, message: "only uses it", repair: "`managed: true`" },
            );
    });
    it("refuses to list the stack itself", () => {
        refuses(
            "production",
            { [registry]: { ...managed, readers: { main: "415104041262" } } },
            { key: `${registry}.readers.main`, message: "is this stack itself", repair: "leave the line out" },
        );
    });
    it("refuses a deployer whose services may not pull", () => {
        refuses(
            "production",
            { [registry]: { ...managed, deployers: { beta: deployer } } },
            { key: `${registry}.deployers.beta`, message: 'deploys "beta", whose services', repair: "under `readers`" },
        );
    });
});
