import type { Environment } from "../../environment";
import { isDeclaredDeposit } from "../../policy/declared/anonymiser";
import type { ResourceFacts, Urn } from "../../policy/facts";
import { urnPrefix } from "../../policy/urn";
import {
    asDockerContainer,
    dataAddresses,
    isEveryAddress,
    kindOf,
    leavesOf,
    text,
    variablesOf,
} from "../../policy/views";
import type { IsolationViolation, StackPlan } from "../plan";

interface Registered {
    readonly kind: string;
    readonly name: string;
    readonly stack: string;
    readonly urn: Urn;
}

/** One engine, with the plans of the stacks on it. */
interface Host {
    readonly host: string;
    readonly plans: readonly StackPlan[];
}

/**
 * Stacks on one Docker Engine have nothing in common there: a volume that is registered twice is one volume, a port of the
 * host is one port, and a name that another stack registers leads to what is that stack's.
 */
export function dockerHosts(
    plans: readonly StackPlan[],
    environments: readonly Environment[],
): readonly IsolationViolation[] {
    return hostsOf(plans, environments).flatMap((host) => {
        const registered = host.plans.flatMap(registeredBy);
        return [
            ...registeredTwice(host, registered),
            ...foreignNames(host, registered, environments),
            ...portsTwice(host),
        ];
    });
}

function hostsOf(plans: readonly StackPlan[], environments: readonly Environment[]): readonly Host[] {
    const hosts = new Map<string, StackPlan[]>();
    for (const plan of plans) {
        const host = environments.find(({ name }) => name === plan.stack)?.docker?.host;
        if (host !== undefined) hosts.set(host, [...(hosts.get(host) ?? []), plan]);
    }
    return [...hosts].map(([host, those]) => ({ host, plans: those })).filter((each) => each.plans.length > 1);
}

const registeredBy = ({ stack, resources }: StackPlan): readonly Registered[] =>
    resources.flatMap(({ facts: { type, inputs, urn, external } }) => {
        const kind = kindOf(type);
        const name = text(inputs.name);
        return kind === undefined || name === undefined || external ? [] : [{ kind, name, stack, urn }];
    });

function registeredTwice({ host }: Host, registered: readonly Registered[]): readonly IsolationViolation[] {
    const named = new Map<string, Registered[]>();
    for (const one of registered) {
        const key = `${one.kind} ${one.name}`;
        named.set(key, [...(named.get(key) ?? []), one]);
    }
    return [...named.values()].flatMap((same): IsolationViolation[] => {
        const stacks = [...new Set(same.map(({ stack }) => stack))];
        const [first] = same;
        if (first === undefined || stacks.length < 2) return [];
        return [
            {
                rule: "docker-hosts",
                stacks,
                resources: same.map(({ urn }) => urn),
                message: `${stacks.join(" and ")} register the same ${first.kind}, ${first.name}, on ${host}: what is there already is taken over without a word. Give each its own name, at ringfence:database.name or ringfence:redis.name.`,
            },
        ];
    });
}

function foreignNames(
    { host, plans }: Host,
    registered: readonly Registered[],
    environments: readonly Environment[],
): readonly IsolationViolation[] {
    return plans.flatMap(({ stack, project, resources }) => {
        const environment = environments.find(({ name }) => name === stack);
        const scope = environment && { environment, urnPrefix: urnPrefix(stack, project) };
        const own = new Set(registered.filter((one) => one.stack === stack).map(({ name }) => name));
        const foreign = new Map(registered.filter(({ name }) => !own.has(name)).map((one) => [one.name, one]));
        return resources.flatMap(({ facts }) =>
            namesIn(facts).flatMap((name): IsolationViolation[] => {
                const theirs = foreign.get(name);
                if (theirs === undefined || isDeposit(scope, facts, name)) return [];
                return [
                    {
                        rule: "docker-hosts",
                        stacks: [stack, theirs.stack],
                        resources: [facts.urn, theirs.urn],
                        message: `${stack}: ${facts.type} "${facts.name}" names ${theirs.stack}'s ${theirs.kind} ${name}, on ${host}.`,
                    },
                ];
            }),
        );
    });
}

/** The volume of pre-production's that production's anonymiser adds dumps to: both stacks declare it. */
function isDeposit(
    scope: Parameters<typeof isDeclaredDeposit>[0] | undefined,
    facts: ResourceFacts,
    name: string,
): boolean {
    const container = asDockerContainer(facts);
    if (scope === undefined || container === undefined) return false;
    const mounts = container.mounts.filter(({ source }) => text(source) === name);
    return mounts.length > 0 && mounts.every((mount) => isDeclaredDeposit(scope, container, mount));
}

/** Names that a Docker resource may lead to another by: whole texts, and the hosts in addresses of data. */
function namesIn(facts: ResourceFacts): readonly string[] {
    if (!facts.type.startsWith("docker:") || facts.external) return [];
    const whole = leavesOf(facts).flatMap(({ value }) => text(value)?.replace(/^container:/, "") ?? []);
    const hosts = variablesOf(facts)
        .flatMap(dataAddresses)
        .map(({ written }) => written);
    return [...new Set([...whole, ...hosts])];
}

function portsTwice({ host, plans }: Host): readonly IsolationViolation[] {
    const published = plans.flatMap(({ stack, resources }) =>
        resources.flatMap(({ facts }) =>
            (asDockerContainer(facts)?.ports ?? []).map(({ port, address }) => ({
                stack,
                urn: facts.urn,
                port,
                address: isEveryAddress(address) ? "every address" : text(address),
            })),
        ),
    );
    return published.flatMap((one, index) =>
        published.slice(index + 1).flatMap((other): IsolationViolation[] => {
            const meet = [one.address, other.address].includes("every address") || one.address === other.address;
            if (one.stack === other.stack || one.port !== other.port || !meet || !/^\d+$/.test(one.port)) return [];
            return [
                {
                    rule: "docker-hosts",
                    stacks: [one.stack, other.stack],
                    resources: [one.urn, other.urn],
                    message: `${one.stack} and ${other.stack} publish the same port, ${one.port}, on ${host}: only one of them starts. Give each its own, at ringfence:front, ringfence:transcription or ringfence:monitoring.grafana.`,
                },
            ];
        }),
    );
}
