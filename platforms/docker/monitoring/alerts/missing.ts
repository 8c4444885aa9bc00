/** Is so for each component of which no container runs, as long as there is somebody to say so. */
export const missing = (components: readonly string[]): string => {
    const each = components.map(
        (component) => `absent(docker_container_status_pid{container_status="running",component="${component}"})`,
    );
    return `(${each.join(" or ")}) and on () up{job="container-exporter"} == 1`;
};
