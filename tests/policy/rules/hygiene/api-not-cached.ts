import type { Value } from "../../../../policy/facts";
import { apiNotCached } from "../../../../policy/rules/hygiene/api-not-cached";
import { casesOf } from "../../cases";
import { production } from "../../environments";
import { unknown } from "../../facts-builders";
import { stackOn } from "../../stack";
import { cached, edgeOf, manager, ruleset } from "../../zone";

const rules = (...all: readonly Value[]) => edgeOf(ruleset("http_request_cache_settings", all));
const page = (target: string, cacheLevel: string) => edgeOf(["PageRule", { target, actions: { cacheLevel } }]);
const everything = cached("all", "true", true);
const hosts =
    'starts_with(http.host, "api.") or ends_with(http.host, "-voice.example.com") or http.host eq "voice.example.com"';

export default casesOf(
    apiNotCached,
    stackOn({ environment: manager, runs: false }),
    rules(cached("static", 'http.request.uri.path.extension in {"css" "js"}', true), cached("api", hosts, false)),
    {
        "static files alone": rules(cached("static", 'http.request.uri.path.extension in {"css"}', true)),
        "everything but what a last rule takes out": rules(everything, cached("api", hosts, false)),
        "everything but what the condition leaves out": rules(
            cached("all", 'not (http.host in {"api.example.com" "voice.example.com"})', true),
        ),
        "the front end's host": rules(cached("web", 'http.host eq "www.example.com"', true)),
        "the API's static files": rules(
            cached("docs", 'http.host eq "api.example.com" and http.request.uri.path.extension eq "css"', true),
        ),
        "a rule that is switched off": rules(cached("all", "true", true, { enabled: false })),
        "a rule that only sets how long": rules(cached("all", "true", true, { actionParameters: { browserTtl: {} } })),
        "a condition that is not known yet": rules({
            action: "set_cache_settings",
            expression: unknown,
            actionParameters: { cache: true },
        }),
        "an environment without a domain": { environment: production({ domain: undefined }), ...rules(everything) },
        "a page rule for the front end": page("https://www.example.com/*", "cache_everything"),
        "a page rule that keeps nothing": page("*api.example.com/*", "bypass"),
    },
    {
        everything: [rules(everything), /Its rule all keeps what api\.example\.com answers/],
        "every path": [rules(cached("all", '(starts_with(http.request.uri.path, "/"))', true)), /voice\.example\.com/],
        "the API by its name": [
            rules(cached("fast", 'http.host eq "api.example.com"', true)),
            /Its rule fast keeps what api\.example\.com/,
        ],
        "the gateway in a list": [
            rules(cached("fast", 'http.host in {"www.example.com" "voice.example.com"}', true)),
            /voice\.example\.com/,
        ],
        "the API by a part of its name": [rules(cached("fast", 'http.host contains "example.com"', true)), /api/],
        "the API by a pattern": [rules(cached("fast", 'http.host wildcard "*.example.com"', true)), /api/],
        "a rule that takes it back after the API was taken out": [
            rules(cached("api", hosts, false), everything),
            /Its rule all keeps what api/,
        ],
        "a rule that takes out the API alone": [
            rules(everything, cached("api", 'http.host eq "api.example.com"', false)),
            /voice\.example\.com/,
        ],
        "an old page rule": [page("https://*.example.com/*", "cache_everything"), /Its rule of the page keeps/],
    },
);
