import type { Value } from "../../../../policy/facts";
import { alertsNotify } from "../../../../policy/rules/hygiene/alerts-notify";
import { casesOf } from "../../cases";
import { preProduction, production } from "../../environments";
import { type Options, output, resource, unknown } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

const alert = (inputs: Readonly<Record<string, Value>>, options: Options = {}): Stack => ({
    more: (environment) => {
        const channel = resource(environment, "gcp:monitoring/notificationChannel:NotificationChannel", "mail", {});
        const policy = "gcp:monitoring/alertPolicy:AlertPolicy";
        const usual = { notificationChannels: [output(channel, "name")] };
        return [channel, resource(environment, policy, "alert", { ...usual, ...inputs }, options)];
    },
});

export default casesOf(
    alertsNotify,
    stackOn({ environment: production(), runs: false }),
    alert({}),
    {
        "switched on": alert({ enabled: true }),
        "a channel by its name": alert({ notificationChannels: ["projects/acme/notificationChannels/1"] }),
        "channels that are not known yet": alert({ notificationChannels: unknown }),
        "a switch that is not known yet": alert({ enabled: unknown }),
        "what is only read": alert({ enabled: false }, { external: true }),
    },
    {
        "switched off": [alert({ enabled: false }), /switched off/],
        "no channel": [alert({ notificationChannels: [] }), /tells nobody/],
        "channels left out": [
            { environment: preProduction(), ...alert({ notificationChannels: null }) },
            /tells nobody/,
        ],
    },
);
