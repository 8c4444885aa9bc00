import { referencesOf } from "../../../policy/facts";
import { text } from "../../../policy/views/read";
import type { PlannedResource } from "../../plan";
import { valueAt } from "./inputs";

/** Whether anybody at all may call a service. */
export type IsOpen = (service: PlannedResource) => boolean;

const grantType = /^gcp:(cloudrunv2\/serviceIam|cloudrun\/iam)(Member|Binding|Policy):/;
/** https://cloud.google.com/iam/docs/principals-overview: the second is everybody with a Google account. */
const everybody = /allUsers|allAuthenticatedUsers/;

/** Who may call a service is said by other resources; they are read once for all services of a stack. */
export function callersIn(resources: readonly PlannedResource[]): IsOpen {
    const opened = new Set<string>();
    for (const { facts, inputs } of resources) {
        if (!grantType.test(facts.type)) continue;
        const { member, members, policyData } = inputs;
        if (!everybody.test(JSON.stringify([member, members, policyData]))) continue;
        const service = facts.inputs.name ?? facts.inputs.service;
        for (const named of [text(service), ...referencesOf(service).map(({ urn }) => urn)])
            if (named !== undefined) opened.add(named);
    }
    return ({ facts, inputs }) =>
        valueAt(inputs, "invokerIamDisabled") === true ||
        opened.has(facts.urn) ||
        opened.has(text(facts.inputs.name) ?? facts.urn);
}
