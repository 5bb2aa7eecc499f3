// Loaded into Next before its own code. If the process that started it is killed, the channel
// between them closes, and Next ends as on SIGTERM instead of keeping the port.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
