/**
 * Sends what a program prints to standard error, references spelled out and secrets masked: standard output belongs to
 * the report. Returns the function that ends it.
 */
export function quietly(readable: (text: string) => string): () => void {
    const { write } = process.stdout;
    process.stdout.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
        const text = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");
        const callback = rest.find((argument) => typeof argument === "function") as (() => void) | undefined;
        return process.stderr.write(readable(text), callback);
    }) as typeof process.stdout.write;
    return () => {
        process.stdout.write = write;
    };
}
