import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What an operator's Prometheus reads. Labels are few and ours: nothing that a caller wrote. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private withProcess = false;
  private readonly operations = new Counter({
    name: 'fanal_operations_total',
    help: 'GraphQL operations answered.',
    labelNames: ['type', 'transport', 'code'],
    registers: [this.registry],
  });
  private readonly seconds = new Histogram({
    name: 'fanal_operation_seconds',
    help: 'How long they took.',
    labelNames: ['type', 'transport'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });
  readonly sockets = new Gauge({ name: 'fanal_sockets', help: 'Sockets open now.', registers: [this.registry] });
  readonly subscriptions = new Gauge({ name: 'fanal_subscriptions', help: 'Subscriptions running now.', registers: [this.registry] });
  readonly closed = new Counter({
    name: 'fanal_sockets_closed_total',
    help: 'Sockets closed by the hub.',
    labelNames: ['code'],
    registers: [this.registry],
  });

  operation(type: string, transport: string, code: string, ms: number): void {
    this.operations.inc({ type, transport, code });
    this.seconds.observe({ type, transport }, ms / 1000);
  }

  async text(): Promise<{ type: string; body: string }> {
    if (!this.withProcess) collectDefaultMetrics({ register: this.registry }); // not before somebody looks: it costs timers
    this.withProcess = true;
    return { type: this.registry.contentType, body: await this.registry.metrics() };
  }
}
