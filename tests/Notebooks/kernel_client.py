"""Drives the kernel by Jupyter's own client and prints what happened as JSON. Arguments: folder of the installed kernel's prefix."""
import json
import os
import signal
import sys
import time

os.environ["JUPYTER_PATH"] = os.path.join(sys.argv[1], "share", "jupyter")
os.environ["JUPYTER_RUNTIME_DIR"] = sys.argv[1]
from jupyter_client.manager import KernelManager  # noqa: E402

# A test run in the background inherits an ignored SIGINT and would hand it on to the kernel.
signal.signal(signal.SIGINT, signal.SIG_DFL)
manager = KernelManager(kernel_name="devicephys")
manager.start_kernel(cwd=sys.argv[1])
client = manager.client()
client.start_channels()
client.wait_for_ready(timeout=60)
report = {}


def run(code, when_printed=None, when_asked=None, **options):
    """One cell: all that was published for it, and its reply."""
    request = client.execute(code, **options)
    if when_asked:
        when_asked()
    published = []
    while True:
        message = client.get_iopub_msg(timeout=60)
        if message["parent_header"].get("msg_id") != request:
            continue
        published.append([message["msg_type"], message["content"]])
        if message["msg_type"] == "stream" and when_printed:
            time.sleep(0.2)
            when_printed()
        if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
            break
    while True:
        reply = client.get_shell_msg(timeout=60)
        if reply["parent_header"].get("msg_id") == request:
            return {"published": published, "reply": reply["content"]}


def ask(request):
    while True:
        reply = client.get_shell_msg(timeout=60)
        if reply["parent_header"].get("msg_id") == request:
            return reply["content"]


try:
    report["info"] = ask(client.kernel_info())
    report["first"] = run('var g = 2e-6; Console.WriteLine("hello"); display("shown"); g * 2')
    report["plot"] = run('using DevicePhys.Plotting;\nCurvePlot.Draw("t", new AxisQuantity("Voltage", "V", "V"), new AxisQuantity("Current", "I", "A"), [new CurveSeries("a", new double[] { 0, 1 }, new double[] { 0, 1e-6 })])')
    report["error"] = run("var a = 1;\nvar b = a + missing;")
    report["thrown"] = run('throw new InvalidOperationException("no");')
    waiting = [client.execute("throw new Exception();"), client.execute("1 + 1")]
    report["aborted"] = [ask(request)["status"] for request in waiting]
    report["completion"] = ask(client.complete("// Ω𝄞\nMath.Sq", 13))
    report["variable"] = ask(client.complete("var z = g.Comp", 14))
    report["inspection"] = ask(client.inspect("CurvePlot.Draw", 12))
    report["complete"] = [ask(client.is_complete(code)) for code in ("1 + 1", "for (;;) {", "var = ;")]

    report["interrupted"] = run('Console.WriteLine("go"); while (true) { }', manager.interrupt_kernel)

    def by_signal():
        os.kill(manager.provisioner.process.pid if hasattr(manager, "provisioner") else manager.kernel.pid, signal.SIGINT)

    report["signalled"] = run('Console.WriteLine("go"); System.Threading.Thread.Sleep(-1);', by_signal)
    report["after"] = run("g * 3")

    def answer():
        client.get_stdin_msg(timeout=60)
        client.input("42")

    report["asked"] = run('input("how many? ")', when_asked=answer, allow_stdin=True)
    client.shutdown()
    for _ in range(100):
        if not manager.is_alive():
            break
        time.sleep(0.1)
    report["alive"] = manager.is_alive()
finally:
    client.stop_channels()
    if manager.is_alive():
        manager.shutdown_kernel(now=True)
print(json.dumps(report))
