import type { Seconds } from "../../../../environment/units";
import type { Alert } from "../alert";
import { compared, logged } from "../condition";
import { metrics } from "../metrics";
import type { Watcher } from "./watched";

/** A workflow renews what it can and writes into its log what people have to. */
export const rotation: Watcher = {
    subject: "rotation",
    alerts: ({ rotation, patience }) => (rotation ? [due, stuck(patience)] : []),
};

const due: Alert = {
    called: "rotation",
    title: "A secret is to be renewed",
    urgent: false,
    means: "The secret `${log.extracted_label.secret}` has reached its age, and no program can renew it: ${log.extracted_label.todo}",
    steps: [
        "Do as it says above, or as `npx ringfence secrets` lists. A secret that could not be renewed by itself is told of here too: then read the workflow's log.",
        "`${log.extracted_label.command}`",
        "Let the services start new instances, then revoke the former value where it came from.",
    ],
    conditions: [
        logged(
            "the workflow says that somebody has to renew a secret",
            [
                'resource.type="workflows.googleapis.com/Workflow"',
                'jsonPayload.event=("secret-rotation-due" OR "secret-rotation-failed")',
            ],
            {
                secret: "EXTRACT(jsonPayload.secret)",
                todo: "EXTRACT(jsonPayload.todo)",
                command: "EXTRACT(jsonPayload.command)",
            },
        ),
    ],
};

const stuck = (patience: Seconds): Alert => ({
    called: "rotation-workflow",
    title: "The renewal of secrets does not work",
    urgent: false,
    means: "The workflow that renews secrets ended in failure. The secret is as it was, and nobody else renews it.",
    steps: [
        "Read the execution in the console, under Workflows: mostly a permission is missing.",
        "Mend it and run the workflow again, or add a version of the secret by hand.",
    ],
    conditions: [
        compared(
            "an execution that failed",
            {
                series: metrics.failedWorkflows,
                window: patience,
                align: "ALIGN_DELTA",
                reduce: "REDUCE_SUM",
                by: ["resource.label.workflow_id"],
            },
            "above",
            0,
        ),
    ],
});
