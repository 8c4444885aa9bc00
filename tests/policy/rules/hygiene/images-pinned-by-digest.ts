import { imagesPinnedByDigest } from "../../../../policy/rules/hygiene/images-pinned-by-digest";
import { casesOf } from "../../cases";
import { digest, preProduction } from "../../environments";
import { output, resource, unknownFrom } from "../../facts-builders";
import { stackOn } from "../../stack";

const notPinned = /not named by its digest/;

export default casesOf(
    imagesPinnedByDigest,
    stackOn({ environment: preProduction() }),
    {},
    {
        "a digest without a tag": { workload: { image: `acme/agent@${digest}` } },
        "an image that the stack makes": {
            more: (staging) => [
                resource(staging, "docker:index/remoteImage:RemoteImage", "agent", { name: `agent@${digest}` }),
            ],
            from: ([made]) => ({ workload: { image: output(made, "imageId") } }),
        },
        "an image by what the engine calls it": [{ workload: { image: digest } }, "docker"],
        "an image that is not known yet": {
            more: (staging) => [
                resource(staging, "docker:index/registryImage:RegistryImage", "agent", { name: "agent" }),
            ],
            from: ([made]) => ({ workload: { image: unknownFrom(made) } }),
        },
    },
    {
        "a tag": [{ workload: { image: "acme/agent:1.4.0" } }, notPinned],
        "no tag at all": [{ workload: { image: "nginx" } }, notPinned],
        "a digest that is cut short": [{ workload: { image: "acme/agent@sha256:abc" } }, notPinned],
        "an image that is pulled by its tag": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "docker:index/remoteImage:RemoteImage", "redis", { name: "redis:7-alpine" }),
                ],
            },
            /The image that is pulled/,
            "docker",
        ],
        "a job's image": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:cloudrunv2/job:Job", "migrate", {
                        template: { template: { containers: [{ image: "acme/migrate:latest" }] } },
                    }),
                ],
            },
            notPinned,
            "gcp",
        ],
    },
);
