import type { ResourceFacts } from "../facts";
import type { Scope } from "../rule";
import { meant } from "./meant";
import { field, isUnknown, items } from "./read";
import { judged } from "./survey";

/** What a load balancer sends requests to. */
export interface Backend {
    readonly resource: ResourceFacts;
    /** Whether the balancer takes them from the internet, as far as it is known. */
    readonly external: boolean;
    /** Its groups of serverless end points that this stack registers. */
    readonly serverless: readonly ResourceFacts[];
}

const backendTypes = new Set([
    "gcp:compute/backendService:BackendService",
    "gcp:compute/regionBackendService:RegionBackendService",
]);
const groupType = "gcp:compute/regionNetworkEndpointGroup:RegionNetworkEndpointGroup";
const listeners = [
    "gcp:compute/globalForwardingRule:GlobalForwardingRule",
    "gcp:compute/forwardingRule:ForwardingRule",
];

/** Google's word for the direction; a global one is external where nothing is said. */
const isExternal = (scheme: unknown): boolean =>
    scheme === undefined || scheme === null || scheme === "" || /^EXTERNAL/.test(String(scheme));

export const backends = (scope: Scope): readonly Backend[] =>
    judged(scope).flatMap((resource) => {
        const { type, inputs, external } = resource;
        if (external || !backendTypes.has(type)) return [];
        const groups = items(inputs.backends).flatMap((backend) => meant(scope, field(backend, "group"), groupType));
        return [
            {
                resource,
                external: !isUnknown(inputs.loadBalancingScheme) && isExternal(inputs.loadBalancingScheme),
                serverless: groups.filter(isServerless),
            },
        ];
    });

/** Serverless is what a group is where nothing is said. */
const isServerless = ({ inputs: { networkEndpointType } }: ResourceFacts): boolean =>
    networkEndpointType === undefined || networkEndpointType === "SERVERLESS";

/** Whether a proxy may listen to the internet: unless everything that leads to it is known to be internal. */
export function isFromInternet(scope: Scope, proxy: ResourceFacts): boolean {
    const leading = listeners
        .flatMap((type) => scope.resources.filter((resource) => resource.type === type))
        .filter(({ inputs }) => meant(scope, inputs.target, proxy.type).includes(proxy));
    return leading.length === 0 || leading.some(({ inputs }) => isExternal(inputs.loadBalancingScheme));
}
