/** Runs to its end: 0 when it did what it had to, else 1 and why. */
export async function task(failed, run) {
    try {
        await run();
    } catch (error) {
        console.error(`${failed}: ${error.message || error.code}`);
        process.exitCode = 1;
    }
}
