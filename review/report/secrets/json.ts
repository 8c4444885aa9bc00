import type { Review, StackPlan } from "../../plan";
import type { Reader } from "../../secrets/inventory";
import { errorDocument, printed } from "../json";
import { inReportOrder } from "../order";
import { listingOf } from "./listing";

/** The list for programs. Its shape is a promise, as the review's is: every key is there, absent text is "". */
export const jsonSecrets = ({ project, plans, errors }: Review): string =>
    printed({
        project,
        stacks: Object.fromEntries(inReportOrder(plans).map((plan) => [plan.stack, stackDocument(plan)])),
        errors: errors.map(errorDocument),
    });

function stackDocument(plan: StackPlan) {
    const { toSupply, settled } = listingOf(plan);
    return {
        tier: plan.tier,
        platform: plan.platform,
        toSupply: toSupply.map(
            ({ secret, project, variables, suppliedBy, purpose, rotatedEvery, readers, supply }) => ({
                secret,
                project,
                variables,
                suppliedBy,
                purpose,
                rotatedEvery,
                blocks: readers.map(readerDocument),
                command: supply.command,
                fileCommand: supply.fileCommand,
            }),
        ),
        settled: settled.map(({ secret, project, variables, content, sources, rotatedEvery, readers }) => ({
            secret,
            project,
            variables,
            content,
            sources,
            rotatedEvery,
            readBy: readers.map(readerDocument),
        })),
    };
}

const readerDocument = ({ kind, name, resource, variables }: Reader) => ({
    kind,
    name,
    urn: resource.facts.urn,
    variables,
});
