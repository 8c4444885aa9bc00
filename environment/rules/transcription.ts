import { isOnlyItsOwn, writeHostAddress } from "../host-address";
import { finding, rule } from "./rule";

export const transcription = rule({
    name: "transcription",
    demands: "Speech recognition is owned by a shared stack, at an address of its host, and used from there",
    requirements: ["ORA-3"],
    needs: ["tier", "platform", "transcription"],
    *check({ tier, platform, transcription: described, name }) {
        if (described === undefined) return;
        if (tier === "shared") {
            if (described.from !== undefined)
                yield finding(
                    ["transcription", "from"],
                    "is for an environment, and this stack is the one that it names",
                    "remove it",
                );
            if (described.address === undefined)
                yield finding(
                    ["transcription", "address"],
                    "is missing: environments find the service at an address of the host",
                    writeHostAddress,
                );
            else if (isOnlyItsOwn(described.address))
                yield finding(
                    ["transcription", "address"],
                    `${described.address} is no address at which other containers find the host`,
                    writeHostAddress,
                );
            return;
        }
        if (described.from === undefined)
            yield finding(
                ["transcription", "from"],
                "is missing: a shared stack owns the service, and environments use it",
                "write the name of the shared stack, and move the rest there",
            );
        else if (described.from === name)
            yield finding(["transcription", "from"], "is this stack itself", "write the name of the shared stack");
        if (described.address !== undefined)
            yield finding(
                ["transcription", "address"],
                "is said by the shared stack that owns the service",
                "remove it",
            );
        if (platform !== "docker")
            yield finding(
                ["transcription"],
                "is an address inside a network that Google Cloud does not reach",
                "remove it",
            );
    },
});
