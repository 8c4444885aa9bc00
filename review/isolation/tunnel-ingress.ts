import { type Environment, servedHostsOf } from "../../environment";
import type { IsolationViolation } from "../plan";

/**
 * The stack that owns a tunnel says where each host name leads: to the front of the environment that has it, and to no
 * other's. What it says otherwise would bring one environment's callers to another, or to nobody.
 */
export function tunnelIngress(environments: readonly Environment[]): readonly IsolationViolation[] {
    return environments.flatMap((owner) => {
        if (owner.tunnel === undefined) return [];
        const { ingress } = owner.tunnel;
        const users = environments.filter(({ domain }) => domain?.entry === "tunnel" && domain.tunnel === owner.name);
        return [
            ...users.flatMap((user) => missed(user, owner, ingress, environments)),
            ...strays(owner, ingress, environments),
        ];
    });
}

type Ingress = Readonly<Record<string, string>>;

/** Host names of the environment that do not lead to it. */
function missed(
    user: Environment,
    owner: Environment,
    ingress: Ingress,
    environments: readonly Environment[],
): readonly IsolationViolation[] {
    const leadsTo = frontOf(user);
    if (leadsTo === undefined) return [];
    return servedHostsOf(user).flatMap((host) => {
        const led = Object.hasOwn(ingress, host) ? ingress[host] : undefined;
        if (led === leadsTo) return [];
        const reached = environments.find((environment) => led !== undefined && frontOf(environment) === led);
        const found =
            led === undefined
                ? "leads nowhere"
                : `leads to ${led}${reached === undefined ? "" : `, the front of ${reached.name},`}`;
        return [
            breach(
                [user.name, owner.name],
                `${host} of ${user.name} ${found} in the tunnel of ${owner.name}: write "${host}: ${leadsTo}" at ringfence:tunnel.ingress of ${owner.name}.`,
            ),
        ];
    });
}

/** Lines that lead to an environment under a host name that it has not. */
function strays(
    owner: Environment,
    ingress: Ingress,
    environments: readonly Environment[],
): readonly IsolationViolation[] {
    const known = new Set(environments.flatMap(servedHostsOf));
    return Object.entries(ingress).flatMap(([host, address]) => {
        const reached = environments.find((environment) => frontOf(environment) === address);
        if (reached === undefined || known.has(host)) return [];
        return [
            breach(
                [owner.name, reached.name],
                `${host} leads to the front of ${reached.name} in the tunnel of ${owner.name}, and ${reached.name} does not answer for it: remove the line from ringfence:tunnel.ingress of ${owner.name}, or add the host name at ringfence:domain.hosts of ${reached.name}.`,
            ),
        ];
    });
}

const frontOf = ({ front }: Environment): string | undefined => front && `http://${front.address}:${front.port}`;

const breach = (stacks: readonly string[], message: string): IsolationViolation => ({
    rule: "tunnel-ingress",
    stacks,
    resources: [],
    message,
});
