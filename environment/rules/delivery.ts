import { longestDeliveredName } from "../delivery-accounts";
import { quoted } from "../wording";
import { rule } from "./rule";

export const delivery = rule({
    name: "delivery",
    demands: "A stack that a workflow deploys can name accounts after itself, and one that builds says where to",
    requirements: ["MVA-11", "ORB-22"],
    needs: ["platform", "delivery", "registry"],
    *check({ name, platform, delivery, registry }) {
        if (delivery === undefined || platform !== "gcp") return;
        if (name.length > longestDeliveredName)
            yield {
                path: ["delivery"],
                message: `makes accounts that are called after the stack, and ${quoted(name)} does not fit into an account's name`,
                repair: `name the stack with at most ${longestDeliveredName} characters, or leave ringfence:delivery out`,
            };
        if (delivery.builds && registry === undefined)
            yield {
                path: ["delivery", "builds"],
                message: "true needs a registry to push to, and ringfence:registry is missing",
                repair: "declare the registry, or leave the key out",
            };
    },
});
