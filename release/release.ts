import { readFileSync, writeFileSync } from "node:fs";
import { branchOf, type Environment, parseImage } from "../environment";
import { loadProject, loadStack, type ProjectFiles } from "../environment/stack-file";
import { described, entriesOf } from "./described";
import { help } from "./help";
import { below, next } from "./order";
import { ReleaseError } from "./release-error";
import { type Entry, isRolledBack, withRelease } from "./stack-file";

/** What one command answers; it may write a stack file. */
export function release(words: readonly string[], directory: string): string {
    const [verb, ...given] = words;
    const stacks = new Stacks(directory);
    const count = (expected: number) => {
        if (given.length !== expected)
            throw new ReleaseError(`${verb} takes ${expected === 1 ? "one word" : `${expected} words`}.\n\n${help}`);
    };
    const [first = "", second = "", third = ""] = given;
    switch (verb) {
        case "show":
            count(1);
            return described(stacks.read(first));
        case "below":
        case "next":
            count(1);
            return neighbour(stacks, first, verb);
        case "of":
            count(1);
            return deployedBy(stacks, first);
        case "record":
            count(3);
            return record(stacks, first, second, third);
        case "promote":
            count(2);
            return promote(stacks, first, second);
        case "--help":
        case "-h":
            return help;
        default:
            throw new ReleaseError(help);
    }
}

function neighbour(stacks: Stacks, stack: string, side: "below" | "next"): string {
    const found = (side === "below" ? below : next)(stacks.all(), stacks.read(stack));
    return found === undefined ? "" : `${found.name}\n`;
}

/** The stack that a push to the branch deploys. */
function deployedBy(stacks: Stacks, branch: string): string {
    const found = stacks.all().filter((stack) => stack.delivery !== undefined && branchOf(stack) === branch);
    const [only, ...more] = found;
    if (more.length > 0)
        throw new ReleaseError(
            `${found.map(({ name }) => name).join(" and ")} have the branch ${branch}: give each one of its own, at ringfence:delivery.branch.`,
        );
    return only === undefined ? "" : `${only.name}\n`;
}

function record(stacks: Stacks, stack: string, name: string, image: string): string {
    if (parseImage(image)?.digest === undefined)
        throw new ReleaseError(`"${image}" is no image by its digest: write repository:tag@sha256:…`);
    stacks.write(stack, [
        { path: ["name"], text: name },
        { path: ["image"], text: image },
    ]);
    return `${stack} releases ${name}, ${image}\n`;
}

function promote(stacks: Stacks, from: string, to: string): string {
    const source = stacks.read(from);
    const target = below(stacks.all(), stacks.read(to));
    if (target?.name !== from)
        throw new ReleaseError(
            target === undefined
                ? `Nothing is promoted to ${to}: no one stack comes before it.`
                : `A release comes to ${to} from ${target.name}, not from ${from}.`,
        );
    stacks.write(to, entriesOf(source));
    return `${to} releases ${source.release.name}, as ${from} does\n`;
}

/** The stack files of a project. */
class Stacks {
    private readonly project: ProjectFiles;

    constructor(directory: string) {
        const { value, errors } = loadProject(directory);
        if (value === undefined) throw new ReleaseError(said(errors));
        this.project = value;
    }

    read(stack: string): Environment {
        const { value, errors } = loadStack(this.project, stack);
        if (value === undefined) throw new ReleaseError(said(errors));
        return value.environment;
    }

    all(): readonly Environment[] {
        return this.project.stacks.map(({ name }) => this.read(name));
    }

    /** Writes the release, and takes it back where the file then describes no environment. */
    write(stack: string, entries: readonly Entry[]): void {
        const files = this.project.stacks.find(({ name }) => name === stack);
        if (files === undefined) throw new ReleaseError(`There is no stack "${stack}".`);
        const before = readFileSync(files.path, "utf8");
        if (isRolledBack(before))
            throw new ReleaseError(
                `${files.file} is rolled back (release.serving), so a new release would get no traffic: take those lines out first.`,
            );
        writeFileSync(files.path, withRelease(files.file, before, entries));
        const { value, errors } = loadStack(this.project, stack);
        if (value !== undefined) return;
        writeFileSync(files.path, before);
        throw new ReleaseError(`The release does not fit into ${files.file}: ${said(errors)}`);
    }
}

const said = (errors: readonly { readonly message: string; readonly repair?: string }[]): string =>
    errors.map(({ message, repair }) => (repair === undefined ? message : `${message} → ${repair}`)).join("\n");
