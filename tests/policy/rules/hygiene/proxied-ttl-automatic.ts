import type { Value } from "../../../../policy/facts";
import { proxiedTtlAutomatic } from "../../../../policy/rules/hygiene/proxied-ttl-automatic";
import { casesOf } from "../../cases";
import { unknown } from "../../facts-builders";
import { stackOn } from "../../stack";
import { edgeOf, manager } from "../../zone";

const record = (proxied: Value, ttl: Value, kind = "DnsRecord") =>
    edgeOf([kind, { name: "api.example.com", type: "A", content: "192.0.2.1", proxied, ttl }]);

export default casesOf(
    proxiedTtlAutomatic,
    stackOn({ environment: manager, runs: false }),
    record(true, 1),
    {
        "an hour for a record that is not proxied": record(false, 3600),
        "no TTL at all": edgeOf(["DnsRecord", { name: "api.example.com", type: "A", proxied: true }]),
        "a TTL that is not known yet": record(true, unknown),
        "a record of which it is not known whether it is proxied": record(unknown, 3600),
        "another resource": record(true, 3600, "SpectrumApplication"),
    },
    {
        "an hour for a proxied record": [record(true, 3600), /proxied and asks for a TTL of 3600 s/],
        "a TTL that is written as text": [record(true, "300"), /300 s/],
        "a record of the older kind": [record(true, 3600, "Record"), /3600 s/],
    },
);
