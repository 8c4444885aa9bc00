import { named, type Registered } from "../platforms/engine";

/** What a service's process gets: the value in clear, or `vault:<name>`. */
export function variablesOf(resources: readonly Registered[], service: string): Readonly<Record<string, string>> {
    const [container] = named(resources, `${service}-service`).inputs.template.containers;
    const all: readonly Env[] = container.envs;
    return Object.fromEntries(
        all.map(({ name, value, valueSource }) => [name, value ?? `vault:${valueSource?.secretKeyRef.secret}`]),
    );
}

interface Env {
    readonly name: string;
    readonly value?: string;
    readonly valueSource?: { readonly secretKeyRef: { readonly secret: string } };
}
