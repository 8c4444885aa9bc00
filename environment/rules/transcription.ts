import { isOnlyItsOwn, writeHostAddress } from "../host-address";
import { rule } from "./rule";

export const transcription = rule({
    name: "transcription",
    demands: "Speech recognition is owned by a shared stack, at an address of its host, and used from there",
    requirements: ["ORA-3"],
    needs: ["tier", "platform", "transcription"],
    *check({ tier, platform, transcription: described, name }) {
        if (described === undefined) return;
        if (tier === "shared") {
            if (described.from !== undefined)
                yield {
                    path: ["transcription", "from"],
                    message: "is for an environment, and this stack is the one that it names",
                    repair: "remove it",
                };
            if (described.address === undefined)
                yield {
                    path: ["transcription", "address"],
                    message: "is missing: environments find the service at an address of the host",
                    repair: writeHostAddress,
                };
            else if (isOnlyItsOwn(described.address))
                yield {
                    path: ["transcription", "address"],
                    message: `${described.address} is no address at which other containers find the host`,
                    repair: writeHostAddress,
                };
            return;
        }
        if (described.from === undefined)
            yield {
                path: ["transcription", "from"],
                message: "is missing: a shared stack owns the service, and environments use it",
                repair: "write the name of the shared stack, and move the rest there",
            };
        else if (described.from === name)
            yield {
                path: ["transcription", "from"],
                message: "is this stack itself",
                repair: "write the name of the shared stack",
            };
        if (described.address !== undefined)
            yield {
                path: ["transcription", "address"],
                message: "is said by the shared stack that owns the service",
                repair: "remove it",
            };
        if (platform !== "docker")
            yield {
                path: ["transcription"],
                message: "is an address inside a network that Google Cloud does not reach",
                repair: "remove it",
            };
    },
});
