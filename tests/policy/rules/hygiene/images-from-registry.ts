import { imagesFromRegistry } from "../../../../policy/rules/hygiene/images-from-registry";
import { casesOf } from "../../cases";
import { digest, image, preProduction, production } from "../../environments";
import { interpolated, resource, unknownFrom } from "../../facts-builders";
import { stackOn } from "../../stack";

const registry = { project: "acme-registry", location: "europe-west2", repository: "voice" };
const elsewhere = /is not from europe-west2-docker\.pkg\.dev\/acme-registry\/voice/;
const built = (staging: Parameters<typeof resource>[0]) =>
    resource(staging, "docker:index/registryImage:RegistryImage", "agent", { name: "agent" });

export default casesOf(
    imagesFromRegistry,
    stackOn({ environment: preProduction({ registry }) }),
    {},
    {
        "an environment that declares no registry": {
            environment: preProduction(),
            workload: { image: `docker.io/acme/agent@${digest}` },
        },
        "an image that is not known yet": {
            more: (staging) => [built(staging)],
            from: ([made]) => ({ workload: { image: unknownFrom(made) } }),
        },
        "a digest that is not known yet": {
            more: (staging) => [built(staging)],
            from: ([made]) => ({
                workload: {
                    image: interpolated`europe-west2-docker.pkg.dev/acme-registry/voice/agent@${[made, "sha256Digest"]}`,
                },
            }),
        },
    },
    {
        "an image of a public registry": [{ workload: { image: `docker.io/acme/agent@${digest}` } }, elsewhere],
        "an image without a registry": [{ workload: { image: `agent@${digest}` } }, elsewhere],
        "another repository of the project": [
            { workload: { image: `europe-west2-docker.pkg.dev/acme-registry/voice-2/agent@${digest}` } },
            elsewhere,
        ],
        "in production": [
            {
                environment: production({ registry }),
                workload: { image: image.replace("acme-registry", "acme-other") },
            },
            elsewhere,
        ],
        "a digest that is not known yet, of another registry": [
            {
                more: (staging) => [built(staging)],
                from: ([made]) => ({
                    workload: { image: interpolated`docker.io/acme/agent@${[made, "sha256Digest"]}` },
                }),
            },
            elsewhere,
        ],
        "a job's image": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:cloudrunv2/job:Job", "migrate", {
                        template: { template: { containers: [{ image: `docker.io/acme/migrate@${digest}` }] } },
                    }),
                ],
            },
            elsewhere,
        ],
    },
);
