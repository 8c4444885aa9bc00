import type { Value } from "../../facts";
import { text } from "../read";

/** How an engine is told to publish on all addresses of the host; the provider does so where none is given. */
const all: ReadonlySet<string> = new Set(["", "0.0.0.0", "::", "[::]", "0", "*", "0:0:0:0:0:0:0:0"]);

export const isEveryAddress = (address: Value | undefined): boolean =>
    address === undefined || all.has(text(address) ?? "known later");

/** Addresses that nobody on the internet has: https://www.iana.org/assignments/iana-ipv4-special-registry/ */
const apart =
    /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|169\.254\.|::1$|\[?f[cd][0-9a-f]{2}:|\[?fe80:|localhost$)/i;

/** Whether the internet may reach an address of the host. One that is not known yet is taken for one's own. */
export const isOpenAddress = (address: Value | undefined): boolean =>
    isEveryAddress(address) || (text(address) !== undefined && !apart.test(text(address) ?? ""));
