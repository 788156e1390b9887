using DevicePhys.Models;
using DevicePhys.Numbers;
using SpiceSharp.Behaviors;
using SpiceSharp.Components;
using SpiceSharp.Simulations;

namespace DevicePhys.Circuits.SpiceSharp;

/// <summary>Any compact model as one component of the library.</summary>
internal sealed class CompactModel : Component
{
    public CompactModel(string name, string a, string b, ITwoTerminal<Dual> model)
        : base(name, 2)
    {
        Connect(a, b);
        Equations = new ModelEquations(model);
    }

    /// <summary>What the model says at one point.</summary>
    public ModelEquations Equations { get; }

    /// <summary>How the running simulation sees it.</summary>
    public CompactModelBehavior? Behavior { get; private set; }

    public override void CreateBehaviors(global::SpiceSharp.Simulations.ISimulation simulation)
    {
        var behaviors = new BehaviorContainer(Name);
        Behavior = new CompactModelBehavior(new ComponentBindingContext(this, simulation, behaviors), Equations);
        behaviors.Add(Behavior);
        simulation.EntityBehaviors.Add(behaviors);
    }
}
