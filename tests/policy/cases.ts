import type { PlatformName, Rule, Scope } from "../../policy/rule";
import type { Stack } from "./stack";

/** A stack that a rule judges, and what it must say of it. */
export interface Case {
    readonly title: string;
    readonly platform: PlatformName;
    readonly scope: Scope;
    /** What a finding must say; nothing where the rule must find nothing. */
    readonly finds?: RegExp | undefined;
}

export interface RuleCases {
    readonly rule: Rule;
    readonly cases: readonly Case[];
}

/** What is asked for in place of the compliant stack, on all of the rule's platforms or on some. */
type Bend = Stack | readonly [Stack, ...PlatformName[]];
type Break = readonly [Stack, RegExp, ...PlatformName[]];

/** Cases of one kind, where a rule has too many for one file. */
export interface Bent {
    readonly passes: Readonly<Record<string, Bend>>;
    readonly fails: Readonly<Record<string, Break>>;
}

/**
 * The cases of a rule: one compliant stack on each of its platforms, which each further case bends in one way, within
 * what the rule allows or beyond.
 */
export function casesOf(
    rule: Rule,
    build: (platform: PlatformName, asked: Stack) => Scope,
    compliant: Stack,
    passes: Readonly<Record<string, Bend>>,
    fails: Readonly<Record<string, Break>>,
): RuleCases {
    const on = (title: string, asked: Stack, platforms: readonly PlatformName[], finds?: RegExp): Case[] =>
        (platforms.length === 0 ? rule.platforms : platforms).map((platform) => ({
            title,
            platform,
            scope: build(platform, asked),
            finds,
        }));
    return {
        rule,
        cases: [
            ...on("the compliant stack", compliant, []),
            ...Object.entries(passes).flatMap(([title, bend]) => {
                const [asked, ...platforms] = isRestricted(bend) ? bend : [bend];
                return on(title, asked, platforms);
            }),
            ...Object.entries(fails).flatMap(([title, [asked, finds, ...platforms]]) =>
                on(title, asked, platforms, finds),
            ),
        ],
    };
}

/** Cases of one platform, where none of them says another. */
export const passesOn = (platform: PlatformName, cases: Readonly<Record<string, Bend>>): Record<string, Bend> =>
    Object.fromEntries(
        Object.entries(cases).map(([title, bend]) => [title, isRestricted(bend) ? bend : [bend, platform]]),
    );
export const failsOn = (platform: PlatformName, cases: Readonly<Record<string, Break>>): Record<string, Break> =>
    Object.fromEntries(
        Object.entries(cases).map(([title, [asked, finds, ...platforms]]) => [
            title,
            [asked, finds, ...(platforms.length === 0 ? [platform] : platforms)],
        ]),
    );

const isRestricted = (bend: Bend): bend is readonly [Stack, ...PlatformName[]] => Array.isArray(bend);
