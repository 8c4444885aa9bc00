/** Type of `entry-worker.mjs`, for its tests. */
declare const worker: {
    fetch(request: Request, env: { readonly ORIGINS: string; readonly REDIRECTS: string }): Promise<Response>;
};
export default worker;
