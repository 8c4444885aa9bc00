import { knownText, type ResourceFacts } from "../../policy/facts";
import type { Scope } from "../../policy/rule";
import { filesOf, inFile } from "../../policy/views/docker/delivered";
import { type Variable, variablesOf } from "../../policy/views/variable";

/** What a container gets: a variable, or a file that the stack writes into it or has another container lend it. */
export interface Received {
    readonly variable: Variable;
    /** The variable that receives the value, `NAME` also where `NAME_FILE` names the file; "" of a file that none names so. */
    readonly as: string;
}

export function receivedBy(scope: Pick<Scope, "resources">, container: ResourceFacts): readonly Received[] {
    const variables = variablesOf(container).filter(({ file }) => file === undefined);
    const naming = new Map(variables.map(({ name, value }) => [knownText(value), name]));
    return [
        ...variables.map((variable) => ({ variable, as: variable.name })),
        ...filesOf(scope, container).map((variable) => ({
            variable,
            as: inFile(naming.get(variable.file ?? "") ?? "") ?? "",
        })),
    ];
}
