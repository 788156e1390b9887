using DevicePhys.Models;
using DevicePhys.Numbers;
using SpiceSharp.Behaviors;
using SpiceSharp.Components;

namespace DevicePhys.Circuits.SpiceSharp;

/// <summary>Any compact model as one component of the library.</summary>
internal sealed class CompactModel : Component
{
    public CompactModel(string name, string[] nodes, IModel<Dual> model)
        : base(name, nodes.Length)
    {
        Connect(nodes);
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
