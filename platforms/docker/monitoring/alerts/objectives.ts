import { toSeconds } from "../../../../environment/units";
import { type BurnRate, fastBurn, slowBurn } from "../../../monitoring/burn-rate";
import type { Alert, Watched, Watcher } from "./alert";
import { failing, repeatedly } from "./requests";

/**
 * Over a twelfth of the time it must still be so, or one would be told for an hour of what is over.
 * https://sre.google/workbook/alerting-on-slos/#6-multiwindow-multi-burn-rate-alerts
 */
const still = 12;

export const objectives: Watcher = {
    subject: "objectives",
    alerts: (watched) =>
        watched.front === undefined ? [] : [fastBurn, slowBurn].map((burnRate) => burn(watched, burnRate)),
};

function burn({ objectives: { availability } }: Watched, { rate, over, ...notice }: BurnRate): Alert {
    const allowed = Number((rate * (1 - availability)).toFixed(6));
    return {
        ...notice,
        conditions: [
            {
                of: "burn-rate",
                says: `{{ $labels.service }}: {{ $value | humanizePercentage }} fail, ${rate} times as many as allowed or more`,
                when: `(${failing(over)}) > ${allowed} and on (service) (${failing(toSeconds(over / still))}) > ${allowed} and on (service) ${repeatedly(over)}`,
            },
        ],
    };
}
