import { noBasicRoles } from "../../../../policy/rules/hygiene/no-basic-roles";
import { casesOf } from "../../cases";
import { preProduction } from "../../environments";
import { resource } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

const giving = (role: string): Stack => ({
    more: (staging) => [
        resource(staging, "gcp:projects/iAMMember:IAMMember", "it", { role, member: "user:a@example.com" }),
    ],
});
const policy = (role: string): Stack => ({
    more: (staging) => [
        resource(staging, "gcp:projects/iAMPolicy:IAMPolicy", "it", {
            policyData: JSON.stringify({ bindings: [{ role, members: ["user:a@example.com"] }] }),
        }),
    ],
});

export default casesOf(
    noBasicRoles,
    stackOn({ environment: preProduction(), runs: false }),
    giving("roles/datastore.user"),
    {
        "a viewer of one thing": giving("roles/run.viewer"),
        "a policy of single roles": policy("roles/datastore.user"),
    },
    {
        owner: [giving("roles/owner"), /basic role roles\/owner/],
        editor: [giving("roles/editor"), /roles\/editor/],
        viewer: [giving("roles/viewer"), /roles\/viewer/],
        "a policy with an editor": [policy("roles/editor"), /roles\/editor/],
    },
);
