import type * as pulumi from "@pulumi/pulumi";
import { patienceOf } from "../../monitoring/by-tier";
import type { Watch, WatchArgs } from "../../platform";
import type { Foundation } from "../foundation";
import { alertPolicy } from "./alert";
import { watchers } from "./alerts";
import { incidentChannel, mailChannels } from "./channels";
import { dashboard } from "./dashboard";
import { objectives } from "./objectives";
import { uptimeChecks } from "./uptime";

/** Cloud Monitoring: who is told, what is asked from outside, what must not happen, what is promised, what can be seen. */
export function cloudMonitoring(foundation: Foundation, name: string, args: WatchArgs, parent: pulumi.Resource): Watch {
    const { tier, project, region, apis } = foundation;
    const dependsOn = [apis.enable("monitoring"), ...args.watched];
    const incidents = args.incidents ? incidentChannel(foundation, name, parent) : undefined;
    const channels = [
        ...mailChannels(foundation, name, args.notify, parent),
        ...(incidents === undefined ? [] : [incidents.channel]),
    ].map((channel) => channel.name);

    const checks = uptimeChecks(foundation, name, args.hosts, parent);
    const promised = objectives(foundation, name, args, { parent, dependsOn });
    for (const { subject, alerts } of watchers) {
        const patience = patienceOf(tier, subject);
        if (patience === undefined) continue;
        for (const alert of alerts({ ...args, project, region, patience, promised }))
            alertPolicy(foundation, name, alert, channels, { parent, dependsOn: [...dependsOn, ...checks] });
    }
    dashboard(foundation, name, args, { parent, dependsOn });
    return { incidents: incidents?.topic.id };
}
