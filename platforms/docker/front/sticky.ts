import type { Route } from "./description";
import { block } from "./directives";

type Upstream = Route["upstream"];

const groupName = ({ alias, port }: Upstream): string => `sticky_${alias}_${port}`;

/** nginx's own name for where the route's requests go. */
export const destination = ({ sticky, upstream }: Route): string =>
    sticky === true ? groupName(upstream) : "$upstream";

/**
 * A visitor's address decides about the instance, as long as there are as many of them. Only a group of servers has a
 * memory for that; it resolves the alias anew by itself since nginx 1.27.3.
 * https://nginx.org/en/docs/http/ngx_http_upstream_module.html#resolve
 */
export function stickyGroups(routes: readonly Route[]): readonly string[] {
    const wanted = routes.filter(({ sticky }) => sticky === true).map(({ upstream }) => upstream);
    const groups = new Map(wanted.map((upstream) => [groupName(upstream), upstream]));
    return [...groups].flatMap(([name, { alias, port }]) =>
        block(`upstream ${name}`, [`zone ${name} 64k;`, "hash $remote_addr;", `server ${alias}:${port} resolve;`]),
    );
}
