/**
 * Settings of the embedded PostgreSQL: one school on a small machine, at most 120 MB when idle.
 * They are written to a file that postgresql.conf includes, so ALTER SYSTEM of an operator still wins.
 */
export function settingsText(durable: boolean): string {
  const settings: Record<string, string> = {
    unix_socket_directories: "",
    max_connections: "60",
    shared_buffers: "40MB",
    huge_pages: "off",
    work_mem: "4MB",
    maintenance_work_mem: "32MB",
    effective_cache_size: "512MB",
    random_page_cost: "1.1",
    // A page is read in milliseconds by one process; helpers would only cost memory.
    io_method: "sync",
    jit: "off",
    max_worker_processes: "2",
    max_parallel_workers: "0",
    max_parallel_workers_per_gather: "0",
    max_parallel_maintenance_workers: "0",
    max_logical_replication_workers: "0",
    autovacuum_worker_slots: "3",
    autovacuum_max_workers: "2",
    autovacuum_work_mem: "16MB",
    autovacuum_naptime: "30s",
    // A day's marks must be vacuumed and analysed the same night, however large the table has grown.
    autovacuum_vacuum_scale_factor: "0.05",
    autovacuum_analyze_scale_factor: "0.02",
    checkpoint_timeout: "15min",
    max_wal_size: "1GB",
    min_wal_size: "80MB",
    timezone: "UTC",
    log_timezone: "UTC",
    log_line_prefix: "%m [%p] %q%d ",
    // No statement and no value of a row may reach the log: they hold personal data.
    log_min_messages: "log",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_checkpoints: "off",
    log_autovacuum_min_duration: "-1",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name} = ${quoted(value)}\n`)
    .join("");
}

function quoted(value: string): string {
  return `'${value.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}
